'use strict';
(function () {
  // Without this script everything is still there to read; it only adds ways to show less of it.
  var root = document.documentElement;
  var theme = document.getElementById('theme');
  var schemes = ['light dark', 'light', 'dark'];
  var names = ['Theme: auto', 'Theme: light', 'Theme: dark'];
  var chosen = 0;
  function paint() {
    root.style.colorScheme = schemes[chosen];
    theme.textContent = names[chosen];
  }
  theme.hidden = false;
  theme.addEventListener('click', function () { chosen = (chosen + 1) % 3; paint(); });
  paint();

  var form = document.getElementById('filters');
  var trials = Array.from(document.querySelectorAll('.trial'));
  var bugs = Array.from(document.querySelectorAll('.bug'));
  function matches(trial) {
    return ['assistant', 'briefing', 'fate'].every(function (name) {
      var wanted = form.elements[name].value;
      return wanted === '*' ? true : trial.dataset[name] === wanted;
    });
  }
  function filter() {
    trials.forEach(function (trial) { trial.hidden = !matches(trial); });
    bugs.forEach(function (bug) { bug.hidden = bug.querySelector('.trial') !== null ? bug.querySelector('.trial:not([hidden])') === null : false; });
    var shown = trials.filter(function (trial) { return !trial.hidden; }).length;
    form.querySelector('output').textContent = shown === trials.length ? '' : shown + ' of ' + trials.length + ' trials';
  }
  function openAll(open) {
    trials.forEach(function (trial) { trial.open = trial.hidden ? false : open; });
  }
  form.hidden = false;
  form.addEventListener('change', filter);
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  document.getElementById('open-all').addEventListener('click', function () { openAll(true); });
  document.getElementById('close-all').addEventListener('click', function () { openAll(false); });
  // Some browsers keep what was chosen when a page is loaded again.
  filter();

  function reveal() {
    var target = document.getElementById(location.hash.slice(1));
    if (target === null) { return; }
    var trial = target.closest('.trial');
    if (target.closest('[hidden]') !== null) {
      // A link may lead to what a filter hides; then the filter has to give way.
      form.reset();
      filter();
    }
    if (trial !== null) { trial.open = true; }
    (trial === null ? target : trial).scrollIntoView();
  }
  window.addEventListener('hashchange', reveal);
  reveal();
})();
