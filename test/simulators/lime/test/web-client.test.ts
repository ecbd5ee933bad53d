import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { start } from './support.ts';

async function bundle(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'lime-bundle-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const name = 'limepkg-billecta-integration-lwc-components';
  await mkdir(join(directory, name));
  await writeFile(join(directory, name, `${name}.esm.js`), 'export const ours = true;');
  const config = [{ name: 'lwc-limepkg-billecta-integration-loader', slot: 'plugin.loaders' }];
  await writeFile(join(directory, 'lwc.config.json'), JSON.stringify(config));
  return directory;
}

async function bootOf(page: Response) {
  const json = /id="boot">(.*?)<\/script>/.exec(await page.text())?.[1];
  return JSON.parse(json ?? '');
}

describe('the web client', () => {
  test('names the package of lwc.config.json and serves its script', async () => {
    const lime = await start({ bundleDirectory: await bundle() });

    const boot = await bootOf(await fetch(`${lime.baseUrl}/client/table-view/invoice`));
    expect(boot.components).toEqual([
      { name: 'lwc-limepkg-billecta-integration-loader', slot: 'plugin.loaders' },
    ]);
    const script = await fetch(lime.url + boot.scripts[0]);
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(await script.text()).toBe('export const ours = true;');
    const outside = boot.scripts[0].replace(/[^/]+\/[^/]+$/, '..%2f..%2f..%2fetc%2fpasswd');
    expect((await fetch(lime.url + outside)).status).toBe(404);
  });

  test('works without a package', async () => {
    const lime = await start({ bundleDirectory: '/nowhere' });
    const boot = await bootOf(await fetch(`${lime.baseUrl}/client/table-view/invoice`));
    expect([boot.components, boot.scripts]).toEqual([[], []]);
  });

  test('serves its script, styles, icons and the real lime-elements', async () => {
    const lime = await start({ bundleDirectory: await bundle() });
    const html = await (await fetch(`${lime.baseUrl}/webadmin`)).text();
    const assets = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => lime.url + path);
    const icon = `${lime.baseUrl}/simulator/assets/icons/circled_pause.svg`;

    const statuses = await Promise.all([...assets, icon].map(async (url) => (await fetch(url)).status));
    expect(assets.length).toBeGreaterThanOrEqual(6);
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  test('logs Anna in when nobody is, with a cookie that scripts cannot read', async () => {
    const lime = await start();
    const page = await fetch(`${lime.baseUrl}/client/object/invoice/1001`);
    const login = page.headers.get('set-cookie') ?? '';

    expect(login).toMatch(/^session=[\w-]+; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await bootOf(page)).user).toMatchObject({
      name: 'user',
      fullname: 'Anna Andersson',
      admin: false,
    });
    const cookie = login.split(';')[0] ?? '';
    expect((await fetch(`${lime.baseUrl}/api/v1/`, { headers: { cookie } })).status).toBe(200);
  });

  test('takes user, language and theme from the URL and goes on without them', async () => {
    const lime = await start();
    const url = `${lime.baseUrl}/webadmin?user=admin&language=sv&theme=dark`;
    const response = await fetch(url, { redirect: 'manual' });
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);

    expect(response.headers.get('location')).toBe('/lime-demo/webadmin');
    const page = await fetch(`${lime.baseUrl}/webadmin`, { headers: { cookie: cookies.join('; ') } });
    expect(page.headers.get('set-cookie')).toBeNull();
    expect(await bootOf(page)).toMatchObject({
      platformType: 'LimeCRMWebAdminClient',
      language: 'sv',
      theme: 'dark',
      user: { name: 'admin', admin: true },
    });
  });

  test('lets the user switch log in the others, but never the API user', async () => {
    const lime = await start();
    const login = (user: string) =>
      fetch(`${lime.baseUrl}/simulator/login`, { method: 'POST', body: JSON.stringify({ user }) });

    expect((await login('service')).status).toBe(400);
    const cookie = (await login('reader')).headers.get('set-cookie')?.split(';')[0] ?? '';
    await fetch(`${lime.baseUrl}/api/v1/`, { headers: { cookie } });
    expect(lime.calls.at(-1)).toMatchObject({ user: 'reader', credential: 'cookie' });
  });
});
