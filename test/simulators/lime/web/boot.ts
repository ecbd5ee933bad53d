import type { Acl, PersonName } from '../database/users.ts';
import type { Candidates } from '../options.ts';

export const languages = ['sv', 'en', 'no', 'da', 'fi', 'de', 'nl'] as const;
export type Language = (typeof languages)[number];

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** An entry of a package's `lwc.config.json`. */
export interface PackageComponent {
  name: string;
  slot: string | null;
}

/** Who is logged in to the web client. */
export interface BootUser {
  name: PersonName;
  id: number;
  username: string;
  fullname: string;
  email: string;
  groups: readonly string[];
  admin: boolean;
}

/** What the server tells the page it serves. */
export interface Boot {
  /** Which of Lime's two browser applications the page is. */
  platformType: 'LimeCRMWebClient' | 'LimeCRMWebAdminClient';
  application: string;
  /** First part of every path, URL-encoded: `/lime-demo`. */
  basePath: string;
  user: BootUser;
  people: readonly { name: PersonName; fullname: string }[];
  language: Language;
  theme: Theme;
  components: readonly PackageComponent[];
  /** The package's ES modules, to be loaded as `<script type="module">`. */
  scripts: readonly string[];
  configs: Readonly<Record<string, unknown>>;
  /** What the user may do, by limetype. Client state has it; REST metadata does not (facts 3.2, 7). */
  acl: Readonly<Record<string, Acl>>;
  candidates: Pick<Candidates, 'hostVersion' | 'platformDelivery' | 'selectionKey' | 'adminCommandBus'>;
}
