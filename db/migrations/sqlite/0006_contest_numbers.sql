INSERT INTO `sequences` (`name`, `value`) VALUES ('contest', 0);
