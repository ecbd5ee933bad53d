import type { Verdict } from '../../../bff/contract/admin/status.ts';
import { durationText, relativeTime, sinceText } from '../../i18n/format.ts';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';
import type { PanelRoute } from '../view/panel-route.ts';
import { causeLabel } from './cause-label.ts';
import { untilText } from './event-lines.ts';

/** The first sentence, and the lines under it. */
export interface VerdictText {
  tone: 'ok' | 'warning' | 'error' | 'quiet';
  icon: string;
  sentence: string;
  more: string[];
  /** Where to fix it. */
  at: PanelRoute | null;
}

const icons = { ok: 'ok', warning: 'hourglass', error: 'error', quiet: 'question' } as const;

export function verdictText(verdict: Verdict, now: Date, t: PanelTranslator): VerdictText {
  const toText = (
    tone: VerdictText['tone'],
    sentence: string,
    more: Array<string | null> = [],
    at: PanelRoute | null = null,
  ): VerdictText => ({ tone, icon: icons[tone], sentence, more: more.filter((each) => each !== null), at });
  const since = (instant: string) => sinceText(instant, now, t.locale);
  const waiting = (events: number) => (events > 0 ? t.panel('verdict.waiting', { count: events }) : null);

  switch (verdict.kind) {
    case 'ok': {
      const when = relativeTime(Date.parse(verdict.lastEventAt ?? now.toISOString()), now, t.locale);
      return toText(
        'ok',
        verdict.eventsToday === 0
          ? t.panel('verdict.ok.none', { when })
          : t.panel('verdict.ok', { count: verdict.eventsToday, when }),
        [solvedText(verdict, now, t)],
      );
    }
    case 'quiet':
      return toText('quiet', t.panel('verdict.quiet'), [t.panel('verdict.quiet.what')], route('checks'));
    case 'paused':
      return toText('warning', t.panel('verdict.paused', { since: since(verdict.since), why: verdict.why }), [
        waiting(verdict.events),
        t.panel('verdict.nothing-lost'),
      ]);
    case 'waiting': {
      const { issue, events } = verdict;
      if (!issue)
        return toText(
          'warning',
          t.panel('verdict.late', { count: events, since: since(verdict.since) }),
          [t.panel('verdict.nothing-lost')],
          { ...route('events'), query: { states: 'pending' } },
        );
      return toText(
        'warning',
        issueSentence(issue, since(issue.since), t),
        [nextText(issue, now, t), nothingLost(issue.kind, t)],
        { ...route('issues'), id: issue.id },
      );
    }
    case 'trouble': {
      const { issue, issues, events } = verdict;
      const others = issues - 1;
      return toText(
        'error',
        issueSentence(issue, since(issue.since), t),
        [
          nextText(issue, now, t),
          others > 0 ? t.panel('verdict.more', { count: others }) : null,
          waiting(events),
          nothingLost(issue.kind, t),
        ],
        { ...route('issues'), ...(others === 0 && { id: issue.id }) },
      );
    }
  }
}

const route = (tab: PanelRoute['tab']): PanelRoute => ({ tab, id: null, query: {} });

type Worst = Extract<Verdict, { kind: 'trouble' }>['issue'];

/** The causes that are understood without what they have prevented; they come first. */
const leads = /^(lime|billecta)-|^unauthenticated$/;

/** Why it fails, since when, and what. */
function issueSentence(
  { kind, cause, count }: Pick<Worst, 'kind' | 'cause' | 'count'>,
  since: string,
  t: PanelTranslator,
): string {
  const what = whatText({ kind, cause, count }, t);
  if (cause === 'lime-unreachable' || cause === 'billecta-unreachable')
    return t.panel('verdict.unreachable', { who: t.panel(systems[cause]), what, since });
  return leads.test(cause)
    ? t.panel('verdict.cause', { cause: causeLabel(cause, t), what, since })
    : t.panel('verdict.issue', { what, cause: t.panel(`cause.${cause}`), since });
}

const systems = { 'lime-unreachable': 'tile.lime', 'billecta-unreachable': 'tile.billecta' } as const;

/** What fails; a read that is made again as soon as Billecta answers only waits. */
const whatText = (
  { kind, cause, count }: Pick<Worst, 'kind' | 'cause' | 'count'>,
  t: PanelTranslator,
): string =>
  t.panel(
    kind === 'read' && cause === 'billecta-unreachable' ? 'what.read.waiting' : (`what.${kind}` as const),
    { count },
  );

/** What fails and why, or which invoices Lime does not have. */
export const issueHeading = (issue: Pick<Worst, 'kind' | 'cause' | 'count'>, t: PanelTranslator): string =>
  issue.kind === 'write' && issue.cause === 'lime-object-missing'
    ? t.panel('what.missing', { count: issue.count })
    : `${whatText(issue, t)}: ${t.panel(`cause.${issue.cause}`)}`;

const nextText = ({ nextAttemptAt }: Worst, now: Date, t: PanelTranslator): string | null =>
  nextAttemptAt ? t.panel('verdict.next', { when: untilText(nextAttemptAt, now, t.locale) }) : null;

/** What was over in the last hour. */
function solvedText({ solved }: Extract<Verdict, { kind: 'ok' }>, now: Date, t: PanelTranslator) {
  if (!solved) return null;
  return t.panel('verdict.solved', {
    cause: causeLabel(solved.cause, t),
    at: sinceText(solved.at, now, t.locale),
    time: durationText(Math.max(1_000, Date.parse(solved.at) - Date.parse(solved.since)), t.locale),
  });
}

/** A rejected request was not accepted, so its event is not stored. */
const nothingLost = (kind: string, t: PanelTranslator) =>
  kind === 'request' ? null : t.panel('verdict.nothing-lost');
