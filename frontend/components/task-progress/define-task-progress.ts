import '../../shared/define-callout.ts';
import { taskProgressTag } from '../../host/tags.ts';
import { define } from '../../shared/define.ts';
import { TaskProgressElement } from './task-progress.ts';

define(taskProgressTag, TaskProgressElement);
