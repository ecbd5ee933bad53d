import { administratorsOnly } from '../middleware/callers/administrators-only.ts';
import { router } from '../openapi.ts';
import { auditRoute } from './admin/commands.ts';
import { eventsRoute } from './admin/events.ts';
import { issuesRoute } from './admin/issues.ts';
import { processingRoute, processingStateRoute } from './admin/processing.ts';
import { reconcileRoute } from './admin/reconcile.ts';
import { rejectedRoute } from './admin/rejected.ts';
import { statusRoute } from './admin/status.ts';

/** The administrators' routes; and, for every caller, whether events are applied. */
export const adminRoute = () => {
  const routes = router();
  routes.use('/admin/*', administratorsOnly);
  return routes
    .route('/', statusRoute)
    .route('/', eventsRoute)
    .route('/', issuesRoute)
    .route('/', rejectedRoute)
    .route('/', auditRoute)
    .route('/', reconcileRoute)
    .route('/', processingRoute)
    .route('/', processingStateRoute);
};
