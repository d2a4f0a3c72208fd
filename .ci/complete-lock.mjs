// Adds the packages for other platforms that package-lock.json lacks.
//
// npm leaves out of the lock what the registry at hand could not give it, such as a binary for a
// platform that a mirror does not carry; `npm ci` then refuses the lock. The name of such a package
// tells its platform, and its version stands with the package that asks for it.
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = new URL('../package-lock.json', import.meta.url);
const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const added = {};
for (const [place, asker] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(asker.optionalDependencies ?? {})) {
    if (!isFound(place, name)) added[`node_modules/${name}`] = entry(name, version, asker);
  }
}
const packages = { ...lock.packages, ...added };
const places = Object.keys(packages).sort((a, b) => a.localeCompare(b, 'en'));
lock.packages = Object.fromEntries(places.map((place) => [place, packages[place]]));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`Added ${Object.keys(added).length} packages.`);

/** Looks where Node would: beside the asker's own packages, then further out. */
function isFound(place, name) {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (!folder) return false;
  }
}

function entry(name, version, asker) {
  const words = name.replace(/^@[^/]+\//, '').split('-');
  const system = words.find((word) => SYSTEMS.includes(word));
  const processor = words.find((word) => PROCESSORS.includes(word));
  const library = system === 'linux' && (words.at(-1).match(/musl|gnu/)?.[0] ?? null);
  if (!system || !/^\d/.test(version)) throw new Error(`${name}@${version} names no platform`);
  return {
    version,
    ...(processor && { cpu: [processor] }),
    ...(asker.dev && { dev: true }),
    ...(library && { libc: [library === 'gnu' ? 'glibc' : 'musl'] }),
    optional: true,
    os: [system],
  };
}
