"""The 图解: one page that shows a leader and the public what the tables say. Figures first, then how they are drawn."""

from reportlab import rl_config

rl_config.shapeChecking = 0  # before its charts are loaded: they check every number they set, a third of their time
