import type { Boot } from './boot.ts';

/** The HTML page that every URL of the client and the admin answers. */
export const shell = (boot: Boot): string => `<!doctype html>
<html lang="${boot.language}" data-theme="force-${boot.theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lime CRM</title>
<link rel="icon" href="${boot.basePath}/simulator/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${boot.basePath}/simulator/lime-elements/style/color-palette-extended.css">
<link rel="stylesheet" href="${boot.basePath}/simulator/lime-elements/lime-elements.css">
<link rel="stylesheet" href="${boot.basePath}/simulator/page.css">
<script type="application/json" id="boot">${JSON.stringify(boot).replaceAll('<', '\\u003c')}</script>
<script type="module" src="${boot.basePath}/simulator/lime-elements/lime-elements.esm.js"></script>
<script type="module" src="${boot.basePath}/simulator/web-client.js"></script>
</head>
<body></body>
</html>
`;
