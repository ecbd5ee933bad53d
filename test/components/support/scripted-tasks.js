/** Answers what is asked about tasks, as a test has told what there is. */
export function answerTasks(application, path, context) {
  const tasks = [...application.tasks.values()];
  const [, id, act] = /^tasks\/([^/]+)(?:\/(.+))?$/.exec(path) ?? [];
  if (id === 'count') context.body = application.count;
  else if (!id && context.method === 'GET') context.body = tasks;
  else if (!id) {
    context.status = 202;
    context.body = { taskId: tasks[0]?.id };
  } else oneTask(application, id, act, context);
}

function oneTask(application, id, act, context) {
  const task = application.tasks.get(id);
  if (!task) {
    context.status = 404;
    return;
  }
  if (act === 'cancel') change(application, { ...task, state: 'cancelling' });
  if (act === 'retry-failed') change(application, retried(task));
  const now = application.tasks.get(id);
  const outcomes = context.query.outcomes?.split(',');
  const items = now.items.filter(({ outcome }) => !outcomes || outcomes.includes(outcome));
  context.body = { ...now, items };
}

function retried(task) {
  const { failed, ...counts } = task.counts;
  return {
    ...task,
    state: 'running',
    endedAt: null,
    whys: task.whys.filter(({ outcome }) => outcome !== 'failed'),
    counts: { ...counts, failed: 0, waiting: failed },
  };
}

const change = (application, task) => application.tasks.set(task.id, task);

export function tellTask(events, task) {
  events.write(`event: task\ndata: ${JSON.stringify(task)}\n\n`);
}
