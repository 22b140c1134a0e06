// What the reader chose about the look stands on <html> before anything is painted.
try {
  for (const name of ['theme', 'type', 'density', 'keys']) {
    const value = localStorage.getItem(name);
    if (value) document.documentElement.dataset[name] = value;
  }
} catch {}
