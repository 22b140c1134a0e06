// The look, before the first paint; tabs follow.
const look = document.documentElement.dataset;
const read = () => {
  for (const name of ['theme', 'type', 'density', 'keys']) {
    look[name] = localStorage.getItem(name) ?? '';
    if (!look[name]) delete look[name];
  }
};
try {
  read();
  addEventListener('storage', read);
} catch {}
