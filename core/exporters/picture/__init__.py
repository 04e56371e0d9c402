"""The 图解: one page that shows a leader and the public what the tables say. Figures first, then how they are drawn."""
