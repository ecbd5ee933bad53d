import type { CommandName } from '../../bff/contract/command.ts';
import type { InvoiceStatuses } from '../bff/invoice-statuses.ts';
import { storyOf } from '../components/invoice-card/story.ts';
import { entryText } from '../components/invoice-timeline/entry-text.ts';
import { instantDayText } from '../i18n/format.ts';
import type { Translator } from '../i18n/translator.ts';
import { commandMeta } from '../shared/commands/command-meta.ts';

/** What a command ends: since when, from where and why, as far as the timeline says. Undefined when it ends nothing. */
export async function liftedText(
  { client }: InvoiceStatuses,
  limeId: number,
  command: CommandName,
  t: Translator,
): Promise<string | undefined> {
  if (commandMeta[command].stops) return undefined;
  const timeline = await client.timeline(limeId).catch(() => undefined);
  const story = timeline && storyOf(command === 'resume' ? 'paused' : 'disputed', timeline.entries);
  if (!story) return undefined;
  const { title, details, quote } = entryText(story, t);
  const words = [title, instantDayText(story.at, t.locale), ...details].join(' · ');
  return quote ? `${words} ${t.text('card.quote', { text: quote })}` : words;
}
