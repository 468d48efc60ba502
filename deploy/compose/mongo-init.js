// Makes the one-node replica set and one user per service. May be repeated: what stands is kept, passwords are set anew.
// Runs in mongosh with --nodb, and takes its secrets from the environment, where no list of processes shows them.

const host = 'mongo:27017';
const set = 'waymark';

const password = (name) => {
    const value = process.env[name];
    if (!value) {
        throw new Error(`${name} is not set`);
    }
    return value;
};

// The rows of `access` that are about a database: service, database, role.
const users = require('fs')
    .readFileSync('/waymark/access', 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([service, kind]) => service && !service.startsWith('#') && kind === 'database')
    .map(([service, , database, role]) => {
        const name = service.replace('-service', '').toUpperCase();
        return { service, database, role, pwd: password(`MONGO_${name}_PASSWORD`) };
    });

const root = encodeURIComponent(password('MONGO_ROOT_PASSWORD'));
// Directly, because before the set exists no member answers for it.
const admin = connect(`mongodb://root:${root}@${host}/admin?directConnection=true`);

try {
    admin.adminCommand({ replSetInitiate: { _id: set, members: [{ _id: 0, host }] } });
    print(`replica set ${set} made`);
} catch (e) {
    if (e.codeName !== 'AlreadyInitialized') {
        throw e;
    }
    print(`replica set ${set} stands`);
}

// The only member elects itself in a second or two; users can be made only then.
const patience = Date.now() + 60_000;
while (!admin.hello().isWritablePrimary) {
    if (Date.now() > patience) {
        throw new Error(`${host} has not become primary within a minute`);
    }
    sleep(250);
}

for (const { service, database, role, pwd } of users) {
    // The user belongs to the service's database, which therefore is also where it authenticates.
    const own = admin.getSiblingDB(database);
    const rights = { pwd, roles: [{ role, db: database }] };
    if (own.getUser(service)) {
        own.updateUser(service, rights);
        print(`user ${service} set`);
    } else {
        own.createUser({ user: service, ...rights });
        print(`user ${service} made`);
    }
}
