"""EcoLearn: lessons, quizzes and progress on green technology, offline."""

__version__ = "0.1.0"
