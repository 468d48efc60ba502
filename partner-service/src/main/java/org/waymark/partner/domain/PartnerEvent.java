package org.waymark.partner.domain;

/** What happened to a partner; each says how it stands after. */
public sealed interface PartnerEvent {

    Partner partner();

    record Registered(Partner partner, Origin origin) implements PartnerEvent {}

    record Changed(Partner partner) implements PartnerEvent {}

    /** It turned out to be another one, into which it was merged. */
    record Merged(Partner partner, PartnerId into) implements PartnerEvent {}
}
