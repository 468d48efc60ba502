package org.waymark.platform;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.converter.BatchMessagingMessageConverter;
import org.springframework.messaging.Message;
import org.waymark.edge.ProblemWriter;

/** The beans of the platform. All of it holds for every service, so nothing here is conditional. */
@AutoConfiguration
@EnableConfigurationProperties(PlatformProperties.class)
class PlatformConfiguration {

    /** Majority and journal on every write, majority on every read, whatever the connection string says. */
    @Bean
    MongoDatabase database(MongoClient client, MongoConnectionDetails details) {
        String name = Objects.requireNonNull(
                details.getConnectionString().getDatabase(), "spring.mongodb.uri must name a database");
        return client.getDatabase(name)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    @Bean
    MongoClientSettingsBuilderCustomizer answerSoonOrSayNo() {
        return settings ->
                settings.applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(3, TimeUnit.SECONDS));
    }

    /** Boot's own indicator asks {@code hello}, which the embedded store does not know. */
    @Bean
    HealthIndicator storeHealthIndicator(MongoDatabase database) {
        return () -> {
            database.runCommand(new Document("ping", 1));
            return Health.up().build();
        };
    }

    @Bean
    Platform platform(
            @Value("${spring.application.name}") String service,
            MongoDatabase database,
            DeadLetters deadLetters,
            KafkaProperties kafka,
            PlatformProperties properties,
            CircuitBreakerRegistry breakers,
            MeterRegistry meters,
            Clock clock) {
        CircuitBreaker store = breakers.circuitBreaker("feed-to-store");
        return new Platform(
                service,
                database,
                () -> producer(kafka),
                readers(kafka),
                deadLetters,
                store,
                properties,
                meters,
                clock);
    }

    @Bean
    Sender recordSender(KafkaProperties kafka) {
        return new Sender(producer(kafka));
    }

    @Bean
    DeadLetters deadLetters(@Value("${spring.application.name}") String service, Sender sender, KafkaProperties kafka) {
        return new DeadLetters(service, sender, readers(kafka), new AtomicLong());
    }

    /** Each service binds it, as {@code again-in-0}, to the requests for its own topic. */
    @Bean
    Consumer<Message<List<byte[]>>> again(Sender sender, KafkaProperties kafka) {
        return new Again(sender, readers(kafka));
    }

    private static Function<String, TopicReader> readers(KafkaProperties kafka) {
        return topic -> new TopicReader(topic, kafka.buildAdminProperties(), consumers(kafka));
    }

    private static ConsumerFactory<byte[], byte[]> consumers(KafkaProperties kafka) {
        Map<String, Object> reading = new HashMap<>(kafka.buildConsumerProperties());
        reading.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        reading.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new DefaultKafkaConsumerFactory<>(reading);
    }

    /** A producer of its own for each user: starting one over must not touch what another has in flight. */
    private static KafkaTemplate<byte[], byte[]> producer(KafkaProperties kafka) {
        Map<String, Object> sending = new HashMap<>(kafka.buildProducerProperties());
        sending.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        sending.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        sending.put(ProducerConfig.ACKS_CONFIG, "all");
        sending.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        sending.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // A record given up by timeout would leave a hole that the ones behind it jump over.
        sending.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        sending.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        DefaultKafkaProducerFactory<byte[], byte[]> factory = new DefaultKafkaProducerFactory<>(sending);
        factory.setPhysicalCloseTimeout(0);
        return new KafkaTemplate<>(factory);
    }

    @Bean
    FeedErrorHandling feedErrorHandling(Platform platform, BindingServiceProperties bindings) {
        return new FeedErrorHandling(platform, bindings);
    }

    /** Hands a batch over as it came: named in every consumer binding as {@code converterBeanName}. */
    @Bean
    BatchMessagingMessageConverter rawBatchConverter() {
        BatchMessagingMessageConverter converter = new BatchMessagingMessageConverter(null);
        converter.setRawRecordHeader(true);
        return converter;
    }

    @Bean
    CircuitBreakerRegistry circuitBreakers(MeterRegistry meters) {
        CircuitBreakerRegistry registry = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(5)
                .waitDurationInOpenState(Duration.ofSeconds(2))
                .build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(meters);
        return registry;
    }

    @Bean
    StoreProblems storeProblems(ProblemWriter problems) {
        return new StoreProblems(problems);
    }

    @Bean
    OperationsController operationsController(Platform platform) {
        return new OperationsController(platform);
    }

    @Bean
    FilterRegistrationBean<Trace> traceFilter() {
        FilterRegistrationBean<Trace> filter = new FilterRegistrationBean<>(new Trace());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** Tokens are looked up before any controller, and so is what else stands in a filter. */
    @Bean
    FilterRegistrationBean<Filter> storeAwayFilter(StoreProblems store) {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
            try {
                chain.doFilter(request, response);
            } catch (MongoException e) {
                store.storeAway(e, (HttpServletResponse) response);
            }
        });
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    /** Nothing is read from a restored store, and nothing changed in it, while it is older than its topic. */
    @Bean
    FilterRegistrationBean<Filter> untilFoldedForward(Platform platform, ProblemWriter problems) {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
            if (platform.isBehind()) {
                problems.write((HttpServletResponse) response, FoldForward.FOLDING);
            } else {
                chain.doFilter(request, response);
            }
        });
        filter.addUrlPatterns("/api/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }
}
