/** What the test framework puts into the page. */
declare function describe(subject: string, tests: () => void): void;
declare function it(behaviour: string, test: () => void | Promise<void>): void;
declare function beforeEach(hook: () => void | Promise<void>): void;
declare function afterEach(hook: () => void | Promise<void>): void;
