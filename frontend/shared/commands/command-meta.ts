import type { CommandName } from '../../../bff/contract/command.ts';

/** The commands' icons, from Lime's own set. */
export const commandIcons: Record<CommandName, string> = {
  dispute: 'scales',
  'cancel-dispute': 'handshake',
  pause: 'circled_pause',
  resume: 'resume_button',
};
