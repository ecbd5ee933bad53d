import { getCommandId } from '@limetech/lime-web-components-interfaces/dist/service/commandbus-service';
import { expect } from 'chai';
import { bulkCommandClasses } from '../../../../frontend/commands/bulk/bulk-commands.ts';
import type { CommandClass } from '../../../../frontend/host/types.ts';
import { commandClasses } from '../../../../frontend/shared/commands/commands.ts';

const classes = [...Object.values(commandClasses), ...Object.values(bulkCommandClasses)];

/** The same file, loaded once more: as when a page has two versions of the bundle. */
const copyOf = async (file: string): Promise<CommandClass[]> => {
  const copy = await import(new URL(`../../../../frontend/${file}.ts?copy`, import.meta.url).href);
  return Object.values<CommandClass>(copy.commandClasses ?? copy.bulkCommandClasses);
};

describe('the class of a command', () => {
  it('holds for commands of another copy of the bundle, and for no other command', async () => {
    const copies = [
      ...(await copyOf('shared/commands/commands')),
      ...(await copyOf('commands/bulk/bulk-commands')),
    ];
    expect(copies).to.have.length(8);
    for (const [at, copy] of copies.entries()) {
      const command: unknown = new copy();
      expect(command).not.to.have.property('constructor', classes[at]);
      expect(classes.map((each) => command instanceof each)).to.deep.equal(
        classes.map((_, own) => own === at),
      );
    }
  });

  it('holds for commands of classes that extend it', () => {
    const { pause, resume } = commandClasses;
    const command = new (class extends pause {})();
    expect([command instanceof pause, command instanceof resume]).to.deep.equal([true, false]);
    expect(getCommandId(command)).to.equal(getCommandId(pause));
  });

  it('holds for nothing else', () => {
    for (const other of [
      {},
      null,
      undefined,
      'limepkg_billecta_integration.pause-invoice',
      Object.create(null),
    ])
      expect(classes.some((each) => (other as unknown) instanceof each)).to.equal(false);
  });
});
