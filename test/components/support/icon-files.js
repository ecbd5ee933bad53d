const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="9" fill="currentColor"/></svg>';

/** Lime serves its icons below `assets/icons`; here every icon is a dot. */
export function iconFiles() {
  return (context, next) => {
    if (!context.path.includes('/assets/icons/')) return next();
    context.type = 'image/svg+xml';
    context.body = icon;
  };
}
