import { define } from '../../define.ts';
import { taskProgressTag } from '../../tags.ts';
import { TaskProgressElement } from './task-progress.ts';

define(taskProgressTag, TaskProgressElement);
