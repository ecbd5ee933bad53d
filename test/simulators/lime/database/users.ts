/** The four who call: three people and the API user of the integration. */
export type UserName = 'user' | 'reader' | 'admin' | 'service';
/** Those who log in to the web client; an API user cannot (facts: no interactive login). */
export type PersonName = Exclude<UserName, 'service'>;

export type Right = 'create' | 'read' | 'update' | 'delete';
export type Acl = Record<Right, boolean>;

export interface User {
  name: UserName;
  id: number;
  username: string;
  fullname: string;
  email: string;
  groups: readonly string[];
  rights: Readonly<Record<string, Acl>>;
}

const acl = (...rights: Right[]): Acl => ({
  create: rights.includes('create'),
  read: rights.includes('read'),
  update: rights.includes('update'),
  delete: rights.includes('delete'),
});
const none = acl();
const readOnly = acl('read');
const readUpdate = acl('read', 'update');
const readWriteAdd = acl('create', 'read', 'update');
const all = acl('create', 'read', 'update', 'delete');

export const users: Readonly<Record<UserName, User>> = {
  user: {
    name: 'user',
    id: 11,
    username: 'anna.andersson',
    fullname: 'Anna Andersson',
    email: 'anna.andersson@example.com',
    groups: ['Users', 'Finance'],
    rights: { invoice: readUpdate, debtor: readUpdate, payment: readOnly, integration_monitor: none },
  },
  reader: {
    name: 'reader',
    id: 12,
    username: 'rut.lasare',
    fullname: 'Rut Läsare',
    email: 'rut.lasare@example.com',
    groups: ['Users'],
    rights: { invoice: readOnly, debtor: readOnly, payment: readOnly, integration_monitor: none },
  },
  admin: {
    name: 'admin',
    id: 13,
    username: 'administrator',
    fullname: 'Administratör',
    email: 'administrator@example.com',
    groups: ['Users', 'Administrators', 'Integration Monitor Administrators'],
    rights: { invoice: all, debtor: all, payment: all, integration_monitor: all },
  },
  service: {
    name: 'service',
    id: 14,
    username: 'billecta-integration@api',
    fullname: 'Billecta integration',
    email: '',
    groups: ['Billecta webhook'],
    rights: {
      invoice: readUpdate,
      debtor: readWriteAdd,
      payment: readWriteAdd,
      integration_monitor: readOnly,
    },
  },
};

/** What a user may do with a limetype; nothing when nobody granted anything. */
export const aclOf = (user: User, limetype: string): Acl => user.rights[limetype] ?? none;

/** Whether the web client should offer this user its administration. */
export const isAdministrator = (user: User): boolean => user.groups.includes('Administrators');
