/** How the switch writes a telephone, and how a leg of a call is told to be one's. */

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

export type LineNames = {
  /** As the switch calls it, and as its queues name it. */
  readonly deviceOf: (extension: string) => string;
  /** Of a queue's member; null: it is no telephone. */
  readonly extensionOfDevice: (device: string) => string | null;
  /** Of a leg; null: it goes outside, or is none of a telephone. */
  readonly extensionOfChannel: (channel: string) => string | null;
};

/** `lines` and `trunk`: how a telephone and a number outside are called, as the hub is told. */
export const lineNames = ({
  lines,
  trunk,
}: {
  readonly lines: string;
  readonly trunk: string;
}): LineNames => {
  const written = escaped(lines).replace('\\{line\\}', '(.+)');
  const device = new RegExp(`^${written}$`);
  const channel = new RegExp(`^${written}-[0-9a-f]{8}(;[12])?$`);
  const outside = trunk.split('@').at(-1);
  return {
    deviceOf: (extension) => lines.replace('{line}', extension),
    extensionOfDevice: (name) => device.exec(name)?.[1] ?? null,
    extensionOfChannel: (name) => {
      const extension = channel.exec(name)?.[1] ?? null;
      return extension === outside ? null : extension;
    },
  };
};
