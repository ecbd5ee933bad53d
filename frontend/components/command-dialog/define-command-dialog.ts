import './define-command-fields.ts';
import { define } from '../../define.ts';
import { commandDialogTag } from '../../tags.ts';
import { CommandDialog } from './command-dialog.ts';

define(commandDialogTag, CommandDialog);
