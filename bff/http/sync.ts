import { administratorsOnly } from './administrators-only.ts';
import { router } from './openapi.ts';
import { auditRoute } from './sync/commands.ts';
import { eventsRoute } from './sync/events.ts';
import { issuesRoute } from './sync/issues.ts';
import { isProcessingRoute, processingRoute } from './sync/processing.ts';
import { reconcileRoute } from './sync/reconcile.ts';
import { rejectedRoute } from './sync/rejected.ts';
import { statusRoute } from './sync/status.ts';

/** What administrators see and do; and, for every caller, whether events are applied. */
export const syncRoute = () => {
  const routes = router();
  routes.use('/sync/*', administratorsOnly);
  return routes
    .route('/', statusRoute)
    .route('/', eventsRoute)
    .route('/', issuesRoute)
    .route('/', rejectedRoute)
    .route('/', auditRoute)
    .route('/', reconcileRoute)
    .route('/', processingRoute)
    .route('/', isProcessingRoute);
};
