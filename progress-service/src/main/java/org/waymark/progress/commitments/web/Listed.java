package org.waymark.progress.commitments.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.reference.Countries;
import org.waymark.progress.reference.Regions;
import org.waymark.progress.reference.SdgTargets;

/** A code that stands on a public list. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Listed.OnIt.class)
@interface Listed {

    By value();

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The lists. */
    enum By {
        COUNTRY("A country by its ISO 3166 alpha-3 code, as SLV.", Countries::isKnown),
        REGION("A region by its UN M49 code, as 419.", Regions::isKnown),
        SDG_TARGET("A target of the Sustainable Development Goals, as 8.7.", SdgTargets::isKnown),
        TIME_ZONE("A time zone by its IANA name, as America/El_Salvador.", ZoneId.getAvailableZoneIds()::contains);

        private final String sentence;
        private final Predicate<String> list;

        By(String sentence, Predicate<String> list) {
            this.sentence = sentence;
            this.list = list;
        }
    }

    /** Says which list it should stand on. */
    class OnIt implements ConstraintValidator<Listed, String> {

        private By by = By.COUNTRY;

        @Override
        public void initialize(Listed listed) {
            by = listed.value();
        }

        @Override
        public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
            if (code == null || by.list.test(code)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(by.sentence).addConstraintViolation();
            return false;
        }
    }
}
