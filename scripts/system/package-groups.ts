/** Where a Debian package comes from: the machine's own suite, or an older one that still has it. */
type Suite = 'own' | 'bullseye';

/** A set of system packages for one purpose; alternatives are tried from left to right. */
export type PackageGroup = {
  readonly purpose: string;
  readonly suite: Suite;
  /** Each entry lists names of the same thing on different releases. */
  readonly packages: readonly (readonly string[])[];
  /** A command that proves the group is there, also when it did not come from a package. */
  readonly proof?: string;
};

/** What a virtual screen needs. */
export const DISPLAY: PackageGroup = {
  purpose: 'a virtual screen',
  suite: 'own',
  packages: [['xvfb'], ['xauth']],
  proof: 'Xvfb',
};

/** The libraries that Electron is linked with, and one font. */
export const ELECTRON_LIBRARIES: PackageGroup = {
  purpose: 'the libraries of Electron',
  suite: 'own',
  packages: [
    ['libgtk-3-0', 'libgtk-3-0t64'],
    ['libnss3'],
    ['libgbm1'],
    ['libasound2', 'libasound2t64'],
    ['fonts-dejavu-core'],
  ],
};

/** The lab's phones and second registrar, sound tools, `ip` for its network, a hand for its keyboard. */
export const PHONES: PackageGroup = {
  purpose: 'the phones of the lab',
  suite: 'own',
  packages: [
    ['baresip-core'],
    ['sip-tester'],
    ['kamailio'],
    ['kamailio-websocket-modules'],
    ['sox'],
    ['iproute2'],
    ['xdotool'],
  ],
};

/** The PBX of the lab; Debian 12 does not carry it, Debian 11 does. */
export const PBX: PackageGroup = {
  purpose: 'the PBX of the lab',
  suite: 'bullseye',
  packages: [['asterisk'], ['asterisk-opus'], ['asterisk-moh-opsound-wav']],
};

/** A calendar server of another make, which diaries are read from and written to. */
export const CALENDARS: PackageGroup = {
  purpose: 'a calendar server',
  suite: 'own',
  packages: [['radicale']],
  proof: 'radicale',
};

/** The key store of a Linux desktop, which keeps the key of what lies on the disk. */
export const KEY_STORE: PackageGroup = {
  purpose: 'a key store of the system',
  suite: 'own',
  packages: [['gnome-keyring'], ['libsecret-1-0'], ['dbus']],
};

/** The browser that takes the pictures of all states. */
export const BROWSER: PackageGroup = {
  purpose: 'a browser for the pictures',
  suite: 'own',
  packages: [['chromium', 'chromium-browser']],
  proof: 'chromium',
};
