"""Where Django looks for template tags; ours stand in `tiltak.web.ui.tags`."""
