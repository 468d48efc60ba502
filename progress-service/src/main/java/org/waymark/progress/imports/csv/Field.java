package org.waymark.progress.imports.csv;

/** What a column of a table may be, in kebab case in the mappings. */
enum Field {
    /** By which a commitment is told from others; rows with the same one are one commitment. */
    KEY,
    ORGANIZATION,
    ORGANIZATION_NAME,
    ORGANIZATION_TYPE,
    /** In place of an organization: the country whose government leads. */
    GOVERNMENT,
    GOVERNMENT_NAME,
    SUPPORTING,
    TITLE,
    /** The one field whose templates are lines rather than alternatives. */
    DESCRIPTION,
    STATUS,
    LEVEL,
    COUNTRIES,
    REGIONS,
    SDG_TARGETS,
    WORKSTREAM,
    WORK_PLAN_YEAR,
    TIME_ZONE,
    START,
    END,
    /** By which a milestone is told from others; its title where there is none. */
    MILESTONE_KEY,
    MILESTONE,
    MILESTONE_DUE,
    MILESTONE_WEIGHT,
    /** By which an indicator is told from others; its title where there is none. */
    INDICATOR_KEY,
    INDICATOR,
    MEASURE,
    ASCENDING,
    BASELINE_YEAR,
    BASELINE,
    PERIOD_START,
    PERIOD_END,
    TARGET,
    ACTUAL
}
