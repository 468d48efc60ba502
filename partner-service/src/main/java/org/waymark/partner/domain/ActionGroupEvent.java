package org.waymark.partner.domain;

/** What happened to an action group; each says how it stands after. */
public sealed interface ActionGroupEvent {

    ActionGroup group();

    record Created(ActionGroup group) implements ActionGroupEvent {}

    record Changed(ActionGroup group) implements ActionGroupEvent {}
}
