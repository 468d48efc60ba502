package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.stream.binder.Binding;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.test.util.ReflectionTestUtils;

/** The binder's own error handling would skip a batch that fails; ours must stand on every binding that runs. */
class FeedWiringIT extends ServiceIT {

    @Autowired
    InputBindingLifecycle lifecycle;

    @Autowired
    BindingServiceProperties declared;

    @Test
    void every_binding_has_the_error_handler_that_never_skips() {
        Object running = ReflectionTestUtils.getField(lifecycle, "inputBindings");

        assertThat(running).isInstanceOf(Collection.class);
        Collection<?> bindings = (Collection<?>) running;
        assertThat(bindings).hasSameSizeAs(declared.getBindings().keySet()).hasSize(5);
        assertThat(bindings)
                .allSatisfy(
                        binding -> assertThat(container((Binding<?>) binding).getCommonErrorHandler())
                                .extracting(handler -> handler.getClass().getSimpleName())
                                .isEqualTo("NeverSkipping"));
    }

    private static AbstractMessageListenerContainer<?, ?> container(Binding<?> binding) {
        Object adapter = Objects.requireNonNull(ReflectionTestUtils.getField(binding, "lifecycle"));
        Object container = ReflectionTestUtils.getField(adapter, "messageListenerContainer");
        return (AbstractMessageListenerContainer<?, ?>) Objects.requireNonNull(container);
    }
}
