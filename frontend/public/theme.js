// What the reader chose about the look stands on <html> before anything is painted, and follows other tabs.
const put = (name, value) => {
  if (value) document.documentElement.dataset[name] = value;
  else delete document.documentElement.dataset[name];
};
try {
  for (const name of ['theme', 'type', 'density', 'keys']) {
    put(name, localStorage.getItem(name));
    addEventListener('storage', ({ key, newValue }) => {
      // Without a key all of it was cleared.
      if (key === name || key === null) put(name, newValue);
    });
  }
} catch {}
