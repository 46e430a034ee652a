/** Joins the classes of a CSS module by name, leaving out what does not hold. */
type StyleName = string | false | null | undefined;

export const styleNames =
  (styles: Readonly<Record<string, string>>) =>
  (...names: readonly StyleName[]): string =>
    names
      .filter((name): name is string => typeof name === 'string' && name !== '')
      .map((name) => styles[name] ?? name)
      .join(' ');
