package org.waymark.standalone;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody for each part there is to play, so that one can sign in at once. A password is written down after it is set; who
 * was made and not written down is given another one.
 */
final class SamplePeople {

    private static final String FOCAL_POINT = "focal-point";
    private static final JsonMapper JSON = new JsonMapper();

    private final DataHome home;
    private final Api api;
    private Credentials credentials;

    SamplePeople(DataHome home, Api api, Credentials credentials) {
        this.home = home;
        this.api = api;
        this.credentials = credentials;
    }

    /** @param partners that chair the default group: for each a focal point, and at the last a reporter too */
    void admit(Iterable<Sample.Partner> partners) throws InterruptedException {
        admit("Sample secretary", "secretary@waymark.example", "secretariat", null);
        Sample.Partner last = null;
        for (Sample.Partner partner : partners) {
            String name = "Sample focal point of " + partner.key();
            admit(name, partner.key() + ".focal@waymark.example", FOCAL_POINT, partner.key());
            last = partner;
        }
        if (last != null) {
            String name = "Sample reporter of " + last.key();
            admit(name, last.key() + ".reporter@waymark.example", "reporter", last.key());
        }
    }

    private void admit(String name, String email, String role, @Nullable String partner) throws InterruptedException {
        if (credentials.hasPerson(email)) {
            return;
        }
        String id = partner == null ? secretary(name, email) : member(name, email, role, partner);
        Credentials.Client secretariat = credentials.secretariat();
        String link = api.post(
                        api.partner("/api/people/" + id + "/password-link"), secretariat, JSON.createObjectNode())
                .path("link")
                .asString();
        String token = link.substring(link.lastIndexOf('/') + 1);
        String password = Credentials.secret();
        ObjectNode body = JSON.createObjectNode().put("password", password);
        api.post(api.partner("/api/password-links/" + token), secretariat, body);
        credentials = credentials.with(new Credentials.Person(name, email, password, role));
        credentials.write(home);
    }

    private String secretary(String name, String email) throws InterruptedException {
        return invite(api.partner("/api/people"), person(name, email));
    }

    private String member(String name, String email, String role, String partner) throws InterruptedException {
        Credentials.PartnerClient known = credentials.partner(partner);
        URI members = api.partner("/api/partners/" + (known == null ? partner : known.id()) + "/members");
        for (JsonNode member : api.get(members, credentials.secretariat()).path("items")) {
            if (email.equals(member.path("email").asString(""))) {
                return member.path("personId").asString();
            }
        }
        ObjectNode body = person(name, email);
        body.putArray("roles").add(role);
        if (role.equals(FOCAL_POINT)) {
            body.putArray("groups").addObject().put("groupId", defaultGroup()).put("role", "co-chair");
        }
        return invite(members, body);
    }

    private String defaultGroup() throws InterruptedException {
        for (JsonNode group : api.get(api.partner("/api/action-groups")).path("items")) {
            if (group.path("default").asBoolean()) {
                return group.path("id").asString();
            }
        }
        throw Refused.because("There is no default action group.");
    }

    private String invite(URI uri, ObjectNode body) throws InterruptedException {
        return api.post(uri, credentials.secretariat(), body).path("personId").asString();
    }

    private static ObjectNode person(String name, String email) {
        return JSON.createObjectNode().put("name", name).put("email", email);
    }
}
