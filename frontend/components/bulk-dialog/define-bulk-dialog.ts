import '../command-dialog/define-command-fields.ts';
import '../task-progress/define-task-progress.ts';
import { define } from '../../define.ts';
import { bulkDialogTag } from '../../tags.ts';
import { BulkDialog } from './bulk-dialog.ts';

define(bulkDialogTag, BulkDialog);
