// Loads a program the way Electron's own default app does: `electron [-r module] [folder]`.
// Electron loads this folder when the runtime holds no packaged program.
const { app } = require('electron');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

function readArguments(words) {
  const preloaded = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === '-r' || word === '--require') {
      at += 1;
      preloaded.push(words[at]);
    } else if (!word.startsWith('-')) {
      return { preloaded, program: word };
    }
  }
  return { preloaded, program: undefined };
}

function describeProgram(folder) {
  const manifest = path.join(folder, 'package.json');
  if (!fs.existsSync(manifest)) return undefined;
  const { productName, name, version } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
  if (version) app.setVersion(version);
  if (productName || name) app.setName(productName || name);
  return folder;
}

const { preloaded, program } = readArguments(process.argv.slice(1));
if (preloaded.length > 0) Module._preloadModules(preloaded);

if (program === undefined) {
  process.stderr.write('usage: electron [-r module] folder\n');
  app.exit(2);
} else {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  const folder = path.resolve(program);
  const described = describeProgram(folder);
  const file = Module._resolveFilename(folder, null, true);
  app.setAppPath(described ?? path.dirname(file));
  Module._load(file, null, true);
}
