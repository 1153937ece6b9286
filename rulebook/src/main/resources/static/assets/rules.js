// 規則の画面 – a slider over the days on which rules change, and the print button. Without this file the links beside them do the same.
"use strict";

(() => {
  const print = document.getElementById("print");
  if (print) {
    print.hidden = false;
    print.addEventListener("click", () => window.print());
  }

  const stops = document.getElementById("stops");
  if (!stops) {
    return;
  }
  const days = [...stops.querySelectorAll("ol a")];
  const current = days.findIndex(day => day.hasAttribute("aria-current"));
  const slider = document.createElement("input");
  slider.type = "range";
  slider.id = "slider";
  slider.min = "0";
  slider.max = String(days.length - 1);
  slider.value = String(current);
  slider.setAttribute("aria-label", stops.dataset.label);
  slider.setAttribute("aria-valuetext", days[current].dataset.label);

  const said = stops.querySelector(".steps strong");
  slider.addEventListener("input", () => {
    const label = days[Number(slider.value)].dataset.label;
    slider.setAttribute("aria-valuetext", label);
    said.textContent = label;
  });
  slider.addEventListener("change", () => {
    window.location.assign(days[Number(slider.value)].href + "#slider");
  });
  stops.insertBefore(slider, stops.querySelector("ol"));
  if (window.location.hash === "#slider") {
    slider.focus();
  }
})();
