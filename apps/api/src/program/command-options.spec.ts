import { COMMAND_TEXTS, helpOf, refuseUnknownOptions } from './command-options.js';

const text = (name: string) => COMMAND_TEXTS.find((command) => command.name === name)!;

describe('the options of the server commands', () => {
  it.each(COMMAND_TEXTS.map(({ name }) => name))('%s shows its options and a line it takes itself', (name) => {
    const help = helpOf(text(name));
    const line = help.trimEnd().split('\n').at(-1)!.trim();
    expect(line).toMatch(new RegExp(`^npx yotei ${name}( |$)`));
    const args = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!).slice(3);
    expect(() => refuseUnknownOptions(text(name), args)).not.toThrow();
  });

  it.each([
    [['--agent', '60'], "Unknown option '--agent'; see `yotei demo --help`."],
    [['--agents'], "Option '--agents <value>' argument missing; see `yotei demo --help`."],
    [['60'], /^Unexpected argument '60'.*; see `yotei demo --help`\.$/],
  ])('refuses %j in one line', (args, message) => {
    expect(() => refuseUnknownOptions(text('demo'), args)).toThrow(message);
  });

  it('takes an option that stands several times, and values with an equals sign', () => {
    const args = ['--agent-email', 'amy=amy@a.example', '--agent-email=ben=ben@a.example', '--name=A'];
    expect(() => refuseUnknownOptions(text('setup'), args)).not.toThrow();
  });
});
