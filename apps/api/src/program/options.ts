/** Value of `--name value` or `--name=value`. */
export function optionOf(args: readonly string[], name: string): string | undefined {
  const index = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  if (index < 0) return undefined;
  return args[index] === name ? (args[index + 1] ?? '') : args[index]!.slice(name.length + 1);
}

/** Values of an option that may stand several times. */
export function optionsOf(args: readonly string[], name: string): string[] {
  return args.flatMap((arg, i) =>
    arg === name ? [args[i + 1] ?? ''] : arg.startsWith(`${name}=`) ? [arg.slice(name.length + 1)] : [],
  );
}
