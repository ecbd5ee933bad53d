const limeElements = '/node_modules/@limetech/lime-elements/dist/lime-elements';

/** The page that each test file runs in: Lime's components and colours, as the web client has them. */
export const testPage = (testFramework) => `<!doctype html>
<html lang="en">
  <head>
    <title>Component tests</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${limeElements}/style/color-palette-extended.css" />
    <link rel="stylesheet" href="${limeElements}/lime-elements.css" />
    <script type="module" src="${limeElements}/lime-elements.esm.js"></script>
    <script src="/node_modules/axe-core/axe.min.js"></script>
    <style>
      body {
        background: rgb(var(--contrast-100));
        color: rgb(var(--contrast-1500));
        font: 400 0.875rem ui-sans-serif, system-ui, sans-serif;
      }
    </style>
  </head>
  <body>
    <script type="module" src="${testFramework}"></script>
  </body>
</html>`;
