import '../command-dialog/define-command-fields.ts';
import '../task-progress/define-task-progress.ts';
import { bulkDialogTag } from '../../host/tags.ts';
import { define } from '../../shared/define.ts';
import { BulkDialog } from './bulk-dialog.ts';

define(bulkDialogTag, BulkDialog);
