import type { Verdict } from '../../../bff/contract/admin/status.ts';
import { relativeTime, sinceText } from '../../i18n/format.ts';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';
import type { PanelRoute } from '../view/panel-route.ts';

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
      return toText('warning', issueSentence(issue, since(issue.since), t), [nothingLost(issue.kind, t)], {
        ...route('issues'),
        id: issue.id,
      });
    }
    case 'trouble': {
      const { issue, issues, events } = verdict;
      const others = issues - 1;
      return toText(
        'error',
        issueSentence(issue, since(issue.since), t),
        [
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

/** What fails and why, without what else is known of it. */
function issueSentence(
  { kind, cause, count }: Pick<Extract<Verdict, { kind: 'trouble' }>['issue'], 'kind' | 'cause' | 'count'>,
  since: string,
  t: PanelTranslator,
): string {
  const what = t.panel(`what.${kind}`, { count });
  return t.panel('verdict.issue', { what, cause: t.panel(`cause.${cause}`), since });
}

/** A rejected request was not accepted, so its event is not stored. */
const nothingLost = (kind: string, t: PanelTranslator) =>
  kind === 'request' ? null : t.panel('verdict.nothing-lost');
