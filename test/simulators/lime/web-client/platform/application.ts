import type { Boot } from '../boot.ts';
import { State } from './state.ts';

interface ApplicationState {
  applicationName: string;
  language: string;
  session: object;
  currentUser: object;
}

/** `state.application`: which database, who is logged in, in which language. */
export class Application extends State<ApplicationState> {
  constructor(boot: Boot) {
    super({
      applicationName: boot.application,
      language: boot.language,
      session: sessionOf(boot),
      currentUser: userOf(boot),
    });
  }

  getApplicationName(): string {
    return this.current.applicationName;
  }

  getLanguage(): string {
    return this.current.language;
  }

  getSession(): object {
    return this.current.session;
  }

  getCurrentUser(): object {
    return this.current.currentUser;
  }
}

const sessionOf = ({ application, user, language }: Boot) => ({
  id: 1,
  active: true,
  addons: [],
  admin: user.admin,
  apm: {},
  application,
  database: application,
  displayName: user.fullname,
  features: [],
  language,
  loginTime: new Date().toISOString(),
  userId: user.id,
  workstation: 'web',
});

const userOf = ({ user }: Boot) => ({
  id: user.id,
  username: user.username,
  fullname: user.fullname,
  email: user.email,
  active: true,
  groups: user.groups.map((name, index) => ({ id: index + 1, name, description: '' })),
  defaultGroup: { id: 1, name: user.groups[0] ?? '', description: '' },
  coworker: { id: user.id, limetype: 'coworker' },
});
