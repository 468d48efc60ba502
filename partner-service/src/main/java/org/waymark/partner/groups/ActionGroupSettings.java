package org.waymark.partner.groups;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.waymark.partner.domain.ActionGroup;

/** @param defaultGroupName what the alliance's default group is called when it is made */
@ConfigurationProperties("waymark")
@Validated
record ActionGroupSettings(
        @DefaultValue("Migration Action Group") @NotBlank @Size(max = ActionGroup.LONGEST_NAME)
        String defaultGroupName) {}
