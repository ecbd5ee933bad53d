import './define-command-fields.ts';
import { commandDialogTag } from '../../host/tags.ts';
import { define } from '../../shared/define.ts';
import { CommandDialog } from './command-dialog.ts';

define(commandDialogTag, CommandDialog);
