package org.waymark.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.partner.Api.Answer;
import org.waymark.partner.People.Invited;
import org.waymark.testing.StoreRules;

@RunningService
class MembersIT {

    @Autowired
    Api api;

    @Autowired
    MongoDatabase database;

    private People people;
    private String partner;
    private String members;

    @BeforeEach
    void a_partner() {
        people = new People(api);
        partner = api.aPartner().text("id");
        members = "/api/partners/" + partner + "/members";
    }

    @AfterEach
    void store_rules_held() {
        StoreRules.assertHeld();
    }

    @Test
    void a_focal_point_invites_and_is_shown_the_link_once() {
        String focal = people.token(people.member(partner, "focal-point").email());
        String email = People.anEmail();

        Answer invited = people.invite(focal, partner, email, "reporter");

        assertThat(invited.status()).isEqualTo(201);
        assertThat(invited.text("link")).contains("/sign-in/links/");
        assertThat(invited.text("expiresAt")).isNotEmpty();
        people.choosePassword(people.path(invited.text("link")), People.PASSWORD);
        assertThat(people.token(email)).isNotEmpty();
        Answer listed = get(focal, members);
        assertThat(listed.response().body()).contains(email).doesNotContain("links");
        assertThat(kept()).noneMatch(row -> row.contains(token(invited)));
    }

    @Test
    void a_reporter_may_not_look_after_members_and_another_partner_sees_none() {
        String reporter = people.token(people.member(partner, "reporter").email());
        String stranger = people.token(
                people.member(api.aPartner().text("id"), "focal-point").email());
        String program = api.token(api.aClient(partner, "partner"));

        assertThat(people.invite(reporter, partner, People.anEmail(), "reporter")
                        .status())
                .isEqualTo(403);
        assertThat(people.invite(program, partner, People.anEmail(), "reporter").status())
                .isEqualTo(403);
        assertThat(people.invite(stranger, partner, People.anEmail(), "reporter")
                        .status())
                .isEqualTo(404);
        assertThat(get(stranger, members).status()).isEqualTo(404);
        assertThat(api.get(members).status()).isEqualTo(401);
    }

    @Test
    void a_role_that_was_taken_away_is_over_with_a_token_that_is_still_valid() {
        Invited focal = people.member(partner, "focal-point");
        String stillValid = people.token(focal.email());

        Answer changed = put(api.secretariat(), focal.id(), "*", "{\"roles\":[\"reporter\"]}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(get(stillValid, members).status()).isEqualTo(401);
        assertThat(get(people.token(focal.email()), members).status()).isEqualTo(403);
    }

    @Test
    void asks_for_the_version_that_is_changed() {
        Invited ana = people.member(partner, "reporter");
        String etag = get(api.secretariat(), members + "/" + ana.id()).header("ETag");

        assertThat(put(api.secretariat(), ana.id(), "\"0\"", "{\"roles\":[\"reporter\"]}")
                        .status())
                .isEqualTo(412);
        assertThat(put(api.secretariat(), ana.id(), etag, "{\"roles\":[\"focal-point\"]}")
                        .status())
                .isEqualTo(200);
        assertThat(api.send(
                                "PUT",
                                members + "/" + ana.id(),
                                "{\"roles\":[]}",
                                "Authorization",
                                "Bearer " + api.secretariat())
                        .status())
                .isEqualTo(428);
    }

    @Test
    void refuses_roles_it_does_not_know_and_members_it_has() {
        Invited ana = people.member(partner, "reporter");

        assertThat(people.invite(api.secretariat(), partner, People.anEmail(), "secretariat")
                        .status())
                .isEqualTo(400);
        assertThat(people.invite(api.secretariat(), partner, ana.email().toUpperCase(java.util.Locale.ROOT), "reporter")
                        .status())
                .isEqualTo(409);
        assertThat(put(api.secretariat(), ana.id(), "*", "{\"roles\":[],\"secretariat\":true}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void gives_no_link_for_somebody_who_is_more_than_a_member_here() {
        Invited ana = people.member(partner, "reporter");
        String other = api.aPartner().text("id");
        Invited theirs = people.member(other, "focal-point");
        String focalElsewhere = people.token(theirs.email());
        Invited pending = people.invited(partner, People.anEmail(), "reporter");

        Answer joined = people.invite(focalElsewhere, other, ana.email(), "reporter");
        Answer taken = people.invite(focalElsewhere, other, pending.email(), "reporter");
        Answer reset =
                api.post(focalElsewhere, "/api/partners/" + other + "/members/" + ana.id() + "/password-link", "");

        assertThat(joined.status()).isEqualTo(201);
        assertThat(joined.body().has("link")).isFalse();
        assertThat(taken.body().has("link")).isFalse();
        assertThat(reset.status()).isEqualTo(403);
    }

    @Test
    void hands_what_somebody_had_to_the_successor() {
        String group = api.get("/api/action-groups")
                .body()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        Invited leaving = people.member(partner, "focal-point");
        put(
                api.secretariat(),
                leaving.id(),
                "*",
                "{\"roles\":[\"focal-point\"],\"groups\":[{\"groupId\":\"%s\",\"role\":\"co-chair\"}]}"
                        .formatted(group));
        Invited successor = people.member(partner, "reporter");
        String path = members + "/" + leaving.id();

        Answer toAStranger = delete(api.secretariat(), path + "?successor=nobody");
        Answer left = delete(people.token(leaving.email()), path + "?successor=" + successor.id());

        assertThat(toAStranger.status()).isEqualTo(400);
        assertThat(left.status()).isEqualTo(204);
        Answer now = get(api.secretariat(), members + "/" + successor.id());
        assertThat(now.body().path("roles").toString()).isEqualTo("[\"reporter\",\"focal-point\"]");
        assertThat(now.body().path("groups").get(0).path("groupId").asString()).isEqualTo(group);
        assertThat(get(api.secretariat(), path).status()).isEqualTo(404);
    }

    @Test
    void lets_no_co_chair_go_without_a_successor_where_nobody_else_is_one() {
        String group = api.get("/api/action-groups")
                .body()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        String coChair = "{\"roles\":[],\"groups\":[{\"groupId\":\"%s\",\"role\":\"co-chair\"}]}".formatted(group);
        Invited leaving = people.member(partner, "reporter");
        put(api.secretariat(), leaving.id(), "*", coChair);
        Invited observer = people.member(partner, "reporter");
        put(api.secretariat(), observer.id(), "*", coChair.replace("co-chair", "observer"));
        String path = members + "/" + leaving.id();

        Answer alone = delete(api.secretariat(), path);
        put(api.secretariat(), observer.id(), "*", coChair);
        Answer second = delete(api.secretariat(), path);

        assertThat(alone.status()).isEqualTo(409);
        assertThat(alone.text("type")).endsWith("successor-needed");
        assertThat(second.status()).isEqualTo(204);
        Answer last = delete(api.secretariat(), members + "/" + observer.id());
        assertThat(last.status()).isEqualTo(409);
        put(api.secretariat(), observer.id(), "*", "{\"roles\":[]}");
        assertThat(delete(api.secretariat(), members + "/" + observer.id()).status())
                .isEqualTo(204);
    }

    @Test
    void hands_nothing_to_a_member_of_another_partner() {
        Invited leaving = people.member(partner, "focal-point");
        Invited stranger = people.member(api.aPartner().text("id"), "reporter");

        Answer left = delete(api.secretariat(), members + "/" + leaving.id() + "?successor=" + stranger.id());

        assertThat(left.status()).isEqualTo(400);
        assertThat(left.body().path("fields").get(0).path("field").asString()).isEqualTo("successor");
        assertThat(get(api.secretariat(), members + "/" + leaving.id()).status())
                .isEqualTo(200);
    }

    @Test
    void takes_access_back_for_many_who_ask_for_it_at_once() throws Exception {
        for (int round = 0; round < 5; round++) {
            Invited ana = people.invited(partner, People.anEmail(), "reporter");
            List<Callable<Integer>> asked = Collections.nCopies(
                    8,
                    () -> put(api.secretariat(), ana.id(), "*", "{\"roles\":[]}")
                            .status());
            try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Integer> one : all.invokeAll(asked)) {
                    assertThat(one.get()).isEqualTo(200);
                }
            }
        }
    }

    @Test
    void exports_all_that_is_kept_and_says_who_changed_which_right() {
        Invited ana = people.member(partner, "reporter");
        put(api.secretariat(), ana.id(), "*", "{\"roles\":[\"focal-point\"]}");

        Answer export = get(people.token(ana.email()), "/api/people/me/export");

        assertThat(export.body().path("person").path("email").asString()).isEqualTo(ana.email());
        assertThat(export.body()
                        .path("changesOfRights")
                        .valueStream()
                        .map(one -> one.path("what").asString() + " by "
                                + one.path("by").asString()))
                .containsExactly("invited by secretariat", "changed by secretariat");
        assertThat(export.response().body()).doesNotContain("argon2");
    }

    @Test
    void forgets_a_person_and_keeps_the_id() {
        Invited ana = people.member(partner, "reporter");
        String token = people.token(ana.email());

        Answer erased = delete(token, "/api/people/me");

        assertThat(erased.status()).isEqualTo(204);
        assertThat(kept()).noneMatch(row -> row.contains(ana.email()));
        Document row = Objects.requireNonNull(database.getCollection("people")
                .find(new Document("_id", ana.id()))
                .first());
        assertThat(row).doesNotContainKey("name");
        assertThat(row.get("signIn", Document.class)).doesNotContainKeys("password", "totp");
        assertThat(row.getList("changes", Document.class))
                .extracting(one -> one.getString("what"))
                .containsExactly("invited", "erased");
        assertThat(people.signIn(people.browser(), ana.email(), People.PASSWORD).status())
                .isEqualTo(401);
    }

    @Test
    void only_the_secretariat_forgets_others_and_invites_its_own() {
        Invited ana = people.member(partner, "reporter");
        String focal = people.token(people.member(partner, "focal-point").email());
        String body = "{\"name\":\"Sam\",\"email\":\"%s\"}";
        String email = People.anEmail();

        assertThat(delete(focal, "/api/people/" + ana.id()).status()).isEqualTo(403);
        assertThat(api.post(focal, "/api/people", body.formatted(email)).status())
                .isEqualTo(403);
        Answer invited = api.post(api.secretariat(), "/api/people", body.formatted(email));
        people.choosePassword(people.path(invited.text("link")), People.PASSWORD);
        String secretary = people.token(email);
        assertThat(delete(secretary, "/api/people/" + ana.id()).status()).isEqualTo(204);
        delete(api.secretariat(), "/api/people/" + invited.text("personId"));
        assertThat(api.post(secretary, "/api/people", body.formatted(People.anEmail()))
                        .status())
                .isEqualTo(401);
    }

    private static String token(Answer invited) {
        String link = invited.text("link");
        return link.substring(link.lastIndexOf('/') + 1);
    }

    /** Every document of the service's database, as text. */
    private List<String> kept() {
        List<String> all = new ArrayList<>();
        database.listCollectionNames()
                .forEach(name -> database.getCollection(name).find().forEach(row -> all.add(row.toJson())));
        return all;
    }

    private Answer get(String token, String path) {
        return api.get(path, "Authorization", "Bearer " + token);
    }

    private Answer delete(String token, String path) {
        return api.send("DELETE", path, null, "Authorization", "Bearer " + token);
    }

    private Answer put(String token, String person, String ifMatch, String body) {
        return api.send("PUT", members + "/" + person, body, "Authorization", "Bearer " + token, "If-Match", ifMatch);
    }
}
